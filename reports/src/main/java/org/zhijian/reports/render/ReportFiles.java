package org.zhijian.reports.render;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.zhijian.reports.content.ReportSource;
import org.zhijian.reports.read.PublishedWarehouse;
import org.zhijian.schema.publication.Publication;
import org.zhijian.schema.text.Text;
import org.zhijian.schema.text.UserError;

/**
 * Makes reports from one publication, in one language, into a folder by period. A file is complete or not there; beside
 * it lies a JSON that says what it was made from. The same publication gives the same bytes.
 */
public final class ReportFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ReportSource source;
    private final Path out;
    private final Clock clock;

    /**
     * @param warehouse the publication to make them from
     * @param text the language
     * @param out the folder of all reports
     * @param clock tells when they were made
     */
    public ReportFiles(PublishedWarehouse warehouse, Text text, Path out, Clock clock) {
        this.source = ReportSource.of(warehouse, text);
        this.out = out;
        this.clock = clock;
    }

    /**
     * Makes the report; its files of before are replaced.
     *
     * @param progress hears how many files are done
     * @return the files, without the JSON beside them
     * @throws UserError when the folder can't be written, or the period has not begun
     */
    public List<Path> make(ReportRequest request, LongConsumer progress) {
        List<Part> parts = request.report().parts(source, request.period()).toList();
        AtomicLong done = new AtomicLong();
        return parts.parallelStream()
                .flatMap(part -> {
                    Part.Content content = part.content().get();
                    return request.formats().stream().map(format -> {
                        Path file = write(request, part, content, format);
                        progress.accept(done.incrementAndGet());
                        return file;
                    });
                })
                .toList();
    }

    private Path write(ReportRequest request, Part part, Part.Content content, FileFormat format) {
        Path folder = out.resolve(request.period().toString()).resolve(part.folder());
        String name = part.name() + "." + source.text().locale().toLanguageTag() + "." + format;
        Path file = folder.resolve(name);
        Path draft = folder.resolve("." + name + ".part");
        try {
            Files.createDirectories(folder);
            content.write(format, draft);
            byte[] origin = origin(request, format, draft, name);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Path beside = folder.resolve("." + name + ".json.part");
            Files.write(beside, origin);
            Files.move(
                    beside,
                    folder.resolve(name + ".json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("reports.render.unwritable", file, e.getMessage()).causedBy(e);
        } finally {
            discard(draft);
        }
    }

    /** What a failure leaves; a draft that is still there does no harm and is replaced by the next. */
    private static void discard(Path draft) {
        draft.toFile().delete();
    }

    /** What the JSON beside a file says. */
    private byte[] origin(ReportRequest request, FileFormat format, Path file, String name) throws IOException {
        Publication publication = source.publication();
        ObjectNode origin = JSON.createObjectNode()
                .put("report", request.report().toString())
                .put("period", request.period().toString())
                .put("locale", source.text().locale().toLanguageTag())
                .put("format", format.toString())
                .put("file", name)
                .put("bytes", Files.size(file))
                .put("sha256", sha256(file))
                .put("made_at", Instant.now(clock).toString());
        ObjectNode from = origin.putObject("publication")
                .put("number", publication.number())
                .put("business_date", publication.businessDate().toString())
                .put("published_at", publication.publishedAt().toString())
                .put("zone", publication.zone())
                .put("software", publication.software());
        from.set("tables", JSON.valueToTree(publication.tables()));
        from.set("settings", JSON.valueToTree(publication.settings()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(origin);
    }

    private static String sha256(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
