package org.zhijian.etl.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.zhijian.schema.settings.Settings;
import org.zhijian.schema.text.UserError;

/** The secret that customer references are hashed with. */
final class CustomerKey {
    private static final int BYTES = 32;

    private CustomerKey() {}

    /**
     * The key in the file that the setting names, else the warehouse's own, made at the first run and readable by its
     * owner only.
     */
    static byte[] of(Settings settings, Path warehouse) {
        boolean own = settings.get(Settings.CUSTOMER_KEY_FILE).isEmpty();
        Path file =
                own ? warehouse.resolve("secret").resolve("customer.key") : settings.path(Settings.CUSTOMER_KEY_FILE);
        try {
            if (own && !Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length < BYTES) {
                throw new UserError("etl.customer-key.short", file, BYTES);
            }
            return key;
        } catch (IOException e) {
            throw own ? new UncheckedIOException(e) : new UserError("etl.customer-key.unreadable", file).causedBy(e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling("customer.key.draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(random));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
