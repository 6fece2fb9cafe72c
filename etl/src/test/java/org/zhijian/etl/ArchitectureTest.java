package org.zhijian.etl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.DataFrameWriter;
import org.junit.jupiter.api.Test;

/** The directions between the packages. A class that goes against one is in the wrong package. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhijian.etl");

    @Test
    void onlyIoWritesTables() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..etl.io..")
                .and()
                // It reads a file to its end by writing it nowhere.
                .doNotHaveSimpleName("ParquetFiles")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark.sql.delta..", "io.delta..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(DataFrameWriter.class)
                .because("a table is read and written in one place: Warehouse, which knows its files")
                .check(CLASSES);
    }

    @Test
    void onlyIoAndIngestReadFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..etl.io..", "..etl.ingest..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DataFrameReader.class)
                .because("star and marts are functions of the datasets they are given")
                .check(CLASSES);
    }

    @Test
    void rulesKnowNothingOfTheWarehouse() {
        noClasses()
                .that()
                .resideInAnyPackage("..etl.rule..", "..etl.draw..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..etl.io..", "..etl.run..", "..etl.ingest..", "..etl.star..", "..etl.mart..")
                .because("a rule of the department is read and tested alone")
                .check(CLASSES);
    }

    @Test
    void aStepReadsNoLaterLayer() {
        noClasses()
                .that()
                .resideInAnyPackage("..etl.ingest..", "..etl.star..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.zhijian.schema.mart..", "..etl.mart..")
                .because("landing files become raw, raw becomes star, star becomes marts, and nothing goes back")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..etl.mart..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.zhijian.schema.raw..")
                .because("what a mart needs of raw is missing in the star")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.zhijian.etl.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
