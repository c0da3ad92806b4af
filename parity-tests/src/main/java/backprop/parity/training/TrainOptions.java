package backprop.parity.training;

/**
 * All that was asked for about a training, from whichever options.
 *
 * @param data the name of built-in data or of a file; null if a training is resumed with its own
 * @param seed null if nothing was said
 */
record TrainOptions(
    String data,
    Long seed,
    TrainDataOptions ofData,
    TrainNetworkOptions ofNetwork,
    TrainDescentOptions ofDescent,
    TrainFileOptions files,
    TrainLimits limits) {}
