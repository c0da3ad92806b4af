/** Data to train on: real ones, embedded with their sources, and anybody's own files. */
package backprop.parity.training.data;
