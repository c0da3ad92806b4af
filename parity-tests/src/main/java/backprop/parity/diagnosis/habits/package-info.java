/** Why a program that is right has other bits than the loops, found out by doing as it does. */
package backprop.parity.diagnosis.habits;
