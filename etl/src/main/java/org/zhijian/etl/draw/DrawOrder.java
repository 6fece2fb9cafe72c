package org.zhijian.etl.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The order in which the interactions of a category are drawn: that of the first 16 hexadecimal digits of the SHA-256 of
 * {@code seed:category:interaction_id}. {@code printf 'zhijian:agent:I1' | sha256sum} begins with {@code 1bc75cdbbb5f79b9}.
 * The start of an agent's quota is drawn alike, from {@code seed:start:2026-11-01:agent_id}.
 */
public final class DrawOrder {
    /** Raised whenever the same interactions would be drawn otherwise. */
    public static final int ALGORITHM_VERSION = 2;

    private final byte[] prefix;
    private final MessageDigest digest;

    public DrawOrder(String seed, String category) {
        prefix = (seed + ":" + category + ":").getBytes(StandardCharsets.UTF_8);
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The place of an interaction; the smaller, as an unsigned number, the earlier it is drawn. */
    public long of(String interactionId) {
        digest.update(prefix);
        return ByteBuffer.wrap(digest.digest(interactionId.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
