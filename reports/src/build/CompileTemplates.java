import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.design.JRCompiler;
import net.sf.jasperreports.engine.design.JRJavacCompiler;
import net.sf.jasperreports.engine.util.JRSaver;

/**
 * Compiles the templates of one folder into another; the build runs it. An expression in a template is a single parameter,
 * field or variable. Those need no Java compiler, neither here nor where the reports are made, and no class of their own.
 */
final class CompileTemplates {
    private CompileTemplates() {}

    public static void main(String... folders) throws Exception {
        SimpleJasperReportsContext context = new SimpleJasperReportsContext();
        context.setProperty(JRCompiler.COMPILER_PREFIX + JasperReport.LANGUAGE_JAVA, JRJavacCompiler.class.getName());
        Path out = Files.createDirectories(Path.of(folders[1]));
        try (Stream<Path> files = Files.list(Path.of(folders[0]))) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
            for (Path template : templates) {
                String name = template.getFileName().toString().replace(".jrxml", ".jasper");
                JasperReport report = JasperCompileManager.getInstance(context).compile(template.toString());
                JRSaver.saveObject(report, out.resolve(name).toFile());
            }
        }
    }
}
