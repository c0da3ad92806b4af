/** What the commands show and how: colours, width, progress, and words for a shell. */
package backprop.parity.terminal;
