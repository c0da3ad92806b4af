/** Real data to train on, embedded with its sources. */
package backprop.parity.data;
