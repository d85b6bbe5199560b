package org.aforo.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of docs/ARCHITECTURE.md that byte code can show. */
@AnalyzeClasses(packages = "org.aforo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule servicesTakeTheTimeFromTheBenchClock = noClasses()
            .that().resideInAPackage("org.aforo.service..")
            .should().callMethod(System.class, "currentTimeMillis")
            .orShould().callMethod(System.class, "nanoTime")
            .orShould().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .because("every timer follows the one clock, real, scaled or stepped");

    @ArchTest
    static final ArchRule servicesWaitOnTheBenchClock = noClasses()
            .that().resideInAPackage("org.aforo.service..")
            .should().callMethod(Thread.class, "sleep", long.class)
            .orShould().callMethod(Thread.class, "sleep", Duration.class)
            .because("a wait follows the one clock");

    @ArchTest
    static final ArchRule nobodyCompilesAgainstTheCore = noClasses()
            .that().resideOutsideOfPackages("org.aforo.core..", "org.aforo.testkit..")
            .should().dependOnClassesThat().resideInAPackage("org.aforo.core..");

    @ArchTest
    static final ArchRule nobodyCompilesAgainstAService = noClasses()
            .that().resideOutsideOfPackage("org.aforo.service..")
            .should().dependOnClassesThat().resideInAPackage("org.aforo.service..");

    @ArchTest
    static final ArchRule theApiNeedsNothingOfOurs = noClasses()
            .that().resideInAPackage("org.aforo.api..")
            .should().dependOnClassesThat().resideInAnyPackage("org.aforo.core..", "org.aforo.protocol..",
                    "org.aforo.gateway..", "org.aforo.scenario..", "org.aforo.headless..", "org.aforo.charts..");

    @ArchTest
    static final ArchRule onlyTheChartsBundleKnowsJFreeChart = noClasses()
            .that().resideOutsideOfPackage("org.aforo.charts..")
            .should().dependOnClassesThat().resideInAPackage("org.jfree..");
}
