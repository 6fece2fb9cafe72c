package org.zhijian.etl.draw;

/**
 * An interaction that was drawn.
 *
 * @param interaction the interaction
 * @param reason why it was drawn
 * @param inclusionProbability how likely it was to be drawn that night: the share of its stratum that was, of what was open
 */
public record Drawn(Candidate interaction, String reason, double inclusionProbability) {}
