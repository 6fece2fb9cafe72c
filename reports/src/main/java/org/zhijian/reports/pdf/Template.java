package org.zhijian.reports.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRFrame;
import net.sf.jasperreports.engine.JRGroup;
import net.sf.jasperreports.engine.JRSection;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** The templates, compiled in the build. */
@SuppressWarnings("ImmutableEnumChecker") // the bytes are only read
enum Template {
    PORTRAIT("Portrait"),
    LANDSCAPE("Landscape"),
    OPENING("Opening"),
    PARAGRAPH("Paragraph"),
    PICTURE("Picture"),
    TILES("Tiles"),
    TABLE("Table");

    private final byte[] compiled;

    Template(String name) {
        this.compiled = read(name + ".jasper");
    }

    /** A copy of one's own, in the look of the reports, to be changed at will. */
    JasperReport copy() {
        try {
            JasperReport report = (JasperReport) JRLoader.loadObject(new ByteArrayInputStream(compiled));
            Styles.apply(report);
            return report;
        } catch (JRException e) {
            throw new IllegalStateException(
                    "The compiled template " + this + " can't be read; build the reports anew.", e);
        }
    }

    /** All elements of the groups' headers and footers and of the details. */
    static Stream<JRElement> elements(JasperReport report) {
        Stream<JRSection> sections = Stream.concat(
                groups(report)
                        .flatMap(group -> Stream.of(group.getGroupHeaderSection(), group.getGroupFooterSection())),
                Stream.of(report.getDetailSection()));
        return sections.flatMap(section -> Stream.ofNullable(section.getBands()))
                .flatMap(Arrays::stream)
                .flatMap(Template::elements);
    }

    /** The groups, the outermost first; Jasper has null for none. */
    static Stream<JRGroup> groups(JasperReport report) {
        return Stream.ofNullable(report.getGroups()).flatMap(Arrays::stream);
    }

    private static Stream<JRElement> elements(JRBand band) {
        return Arrays.stream(band.getElements()).flatMap(Template::withChildren);
    }

    private static Stream<JRElement> withChildren(JRElement element) {
        return element instanceof JRFrame frame
                ? Stream.concat(Stream.of(element), Arrays.stream(frame.getElements()))
                : Stream.of(element);
    }

    private static byte[] read(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The compiled template " + file + " is missing from the class path; build the reports anew.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
