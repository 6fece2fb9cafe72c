package org.zhijian.etl.ingest;

import org.zhijian.schema.raw.LandingFile;

/**
 * What a landing file is known by: the same content is loaded once for each thing that it is read as.
 *
 * @param checksum SHA-256 of the content in hex
 * @param holds what it holds, as {@link LandingFile#ENTITY} has it; null when that is not known
 * @param mapping the name of the mapping it is read through, null when it has the entity's own columns
 */
record Reading(String checksum, String holds, String mapping) {}
