package org.tanggap.store;

/**
 * The receipt for an erased reporter: what was taken away, without any of it.
 *
 * @param identities how many stored identities of the person were removed
 * @param complaints how many complaints the person had reported or followed; they stand
 * @param events how many events had words taken out of them
 * @param replies how many answers to the person were emptied, those still waiting withdrawn
 */
public record Erasure(int identities, int complaints, int events, int replies) {}
