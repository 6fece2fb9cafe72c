package org.zhijian.schema.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The publications of a warehouse, one JSON file each in its folder {@code publications}. A publication appears whole or
 * not at all. Old ones can be removed while others read: the numbers that are left follow one another.
 */
public final class Publications {
    private static final Pattern NAME = Pattern.compile("\\d{8}\\.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    public Publications(Path warehouse) {
        this.folder = warehouse.resolve("publications");
    }

    /** All of them, the oldest first. */
    public List<Publication> all() {
        return files().map(this::read).flatMap(Optional::stream).toList();
    }

    /** The one readers see, if any night has been published. */
    public Optional<Publication> newest() {
        return files().reduce((first, second) -> second).flatMap(this::read);
    }

    public Optional<Publication> numbered(long number) {
        return read(file(number));
    }

    /** The state readers saw at the end of that day: the last publication that was made on it or an earlier day. */
    public Optional<Publication> asOf(LocalDate day) {
        return all().stream()
                .filter(publication -> !publication.madeOn().isAfter(day))
                .reduce((first, second) -> second);
    }

    /**
     * Writes the publication in one move, so that a reader finds all of it or nothing.
     *
     * @throws IllegalArgumentException when its number does not follow that of the newest
     */
    public void publish(Publication publication) {
        long next = newest().map(Publication::number).orElse(0L) + 1;
        if (publication.number() != next) {
            throw new IllegalArgumentException("Publication " + publication.number() + " where " + next + " is next");
        }
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(publication.number() + ".draft");
            Files.write(draft, JSON.writeValueAsBytes(toJson(publication)));
            sync(draft, StandardOpenOption.WRITE);
            Files.move(draft, file(publication.number()), StandardCopyOption.ATOMIC_MOVE);
            sync(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Removes those with a lower number, the oldest first. When it returns, none of them comes back, even if the machine
     * fails.
     *
     * @throws IllegalArgumentException when the newest would be removed
     */
    public void removeBefore(long number) {
        if (newest().map(Publication::number).orElse(0L) < number) {
            throw new IllegalArgumentException("No publication " + number + " would be left");
        }
        try {
            for (Publication publication : all()) {
                if (publication.number() < number) {
                    Files.delete(file(publication.number()));
                }
            }
            sync(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private Path file(long number) {
        return folder.resolve(String.format("%08d.json", number));
    }

    private Stream<Path> files() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode toJson(Publication publication) {
        ObjectNode json = JSON.createObjectNode();
        json.put("number", publication.number());
        json.put("businessDate", publication.businessDate().toString());
        json.put("publishedAt", publication.publishedAt().toString());
        json.put("zone", publication.zone());
        json.put("software", publication.software());
        json.put("landing", publication.landing());
        ObjectNode settings = json.putObject("settings");
        new TreeMap<>(publication.settings()).forEach(settings::put);
        ObjectNode tables = json.putObject("tables");
        new TreeMap<>(publication.tables()).forEach(tables::put);
        return json;
    }

    /** Nothing when there is no such file, or no longer. */
    private Optional<Publication> read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
            Map<String, String> settings = new TreeMap<>();
            json.get("settings")
                    .properties()
                    .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
            Map<String, Long> tables = new TreeMap<>();
            json.get("tables")
                    .properties()
                    .forEach(e -> tables.put(e.getKey(), e.getValue().asLong()));
            return Optional.of(new Publication(
                    json.get("number").asLong(),
                    LocalDate.parse(json.get("businessDate").asText()),
                    Instant.parse(json.get("publishedAt").asText()),
                    json.get("zone").asText(),
                    json.get("software").asText(),
                    settings,
                    json.get("landing").asText(),
                    tables));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
