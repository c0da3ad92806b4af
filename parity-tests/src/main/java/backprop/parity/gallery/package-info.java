/** Shows each classic mistake with live numbers, one by one or as a page. */
package backprop.parity.gallery;
