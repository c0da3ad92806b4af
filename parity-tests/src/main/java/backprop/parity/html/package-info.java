/**
 * What every page that the program writes has in common: its colours and its type, how it is put
 * together, and that nothing from outside is ever taken for markup.
 */
package backprop.parity.html;
