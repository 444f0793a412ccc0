package org.tanggap.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.NullMarked;
import org.tanggap.channel.Channel;
import org.tanggap.channel.ChannelProvider;

/** The rules of the house, each of which a newcomer could break without noticing. */
final class HouseRules {

  private static final String[] CORE = {
    "org.tanggap.account",
    "org.tanggap.audience",
    "org.tanggap.calendar",
    "org.tanggap.channel",
    "org.tanggap.complaint",
    "org.tanggap.desk",
    "org.tanggap.duplicate",
    "org.tanggap.figures",
    "org.tanggap.jurisdiction",
    "org.tanggap.responsibility",
    "org.tanggap.room",
    "org.tanggap.sla",
    "org.tanggap.store"
  };
  private static final String OFFICER_APP = "org.tanggap.channel.officerapp..";
  private static final String GEO = "org.tanggap.geo";
  private static final String ADAPTERS = "org.tanggap.channel.*..";

  /** What adapters share, and an integrator's may use too. */
  private static final String[] ADAPTERS_TOOLS = {
    "org.tanggap.channel.html..",
    "org.tanggap.channel.media..",
    "org.tanggap.channel.phone..",
    "org.tanggap.channel.photo..",
    "org.tanggap.channel.sms..",
    "org.tanggap.channel.web.."
  };

  private static final String TESTKIT = "org.tanggap.testkit..";
  private static final String[] EXAMPLES = {
    "org.tanggap.citydesk..", "org.tanggap.quickstart..", "org.tanggap.benchmarks.."
  };
  private static final String[] PLATFORM = {
    "java..", "javax.crypto..", "javax.sql..", "org.jspecify.."
  };
  private static final String[] CORE_LIBRARIES = {
    "org.slf4j..", "tools.jackson..", "com.fasterxml.jackson.annotation.."
  };

  private static final DescribedPredicate<JavaClass> LIBRARY =
      resideInAnyPackage("org.tanggap..").and(not(resideInAnyPackage(EXAMPLES)));

  private HouseRules() {}

  static final ArchRule CORE_KNOWS_NO_OTHER_MODULE =
      classes()
          .that()
          .resideInAnyPackage(CORE)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(concat(CORE, PLATFORM, CORE_LIBRARIES))
                  .and(not(resideInAnyPackage("java.net.http.."))));

  static final ArchRule GEO_KNOWS_ONLY_CORE =
      classes()
          .that()
          .resideInAPackage(GEO)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  concat(
                      CORE,
                      PLATFORM,
                      new String[] {GEO, "tools.jackson.core..", "org.locationtech.."})));

  static final ArchRule ADAPTERS_KNOW_ONLY_CORE =
      noClasses()
          .that()
          .resideInAPackage(ADAPTERS)
          .should()
          .dependOnClassesThat(resideInAnyPackage(concat(EXAMPLES, new String[] {GEO, TESTKIT})));

  static final ArchRule AN_ADAPTER_KNOWS_NO_OTHER =
      slices()
          .matching("org.tanggap.channel.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAnyPackage(ADAPTERS_TOOLS));

  static final ArchRule NOBODY_KNOWS_THE_EXAMPLES =
      noClasses().that(LIBRARY).should().dependOnClassesThat(resideInAnyPackage(EXAMPLES));

  static final ArchRule NO_PACKAGE_CYCLE =
      slices().matching("org.tanggap.(**)").should().beFreeOfCycles();

  static final ArchRule PACKAGES_ARE_NAMED_AFTER_THE_DOMAIN =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..impl..",
              "..util..",
              "..utils..",
              "..common..",
              "..helper..",
              "..manager..",
              "..model..");

  static final ArchRule PUBLIC_TYPES_LIVE_WHERE_USERS_LOOK =
      classes()
          .that(LIBRARY)
          .and()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .should()
          .resideInAnyPackage(concat(CORE, new String[] {GEO, ADAPTERS, TESTKIT}));

  /**
   * A channel and who opens it; two have settings that several channels share. The officers' app is
   * no channel: there is no citizen on it.
   */
  static final ArchRule AN_ADAPTER_SHOWS_ITS_CHANNEL_AND_NOTHING_ELSE =
      classes()
          .that()
          .resideInAPackage(ADAPTERS)
          .and()
          .resideOutsideOfPackages(concat(ADAPTERS_TOOLS, new String[] {OFFICER_APP}))
          .and()
          .areTopLevelClasses()
          .and()
          .arePublic()
          .and()
          .doNotHaveSimpleName("MetaApp")
          .and()
          .doNotHaveSimpleName("MailServer")
          .should()
          .beAssignableTo(Channel.class)
          .orShould()
          .beAssignableTo(ChannelProvider.class);

  static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED_AND_EXPLAINED =
      classes()
          .that()
          .resideInAnyPackage("org.tanggap..")
          .and(not(nameEndingWith("package-info")))
          .should(liveInANullMarkedPackage());

  static final ArchRule NO_STATIC_MUTABLE_STATE =
      fields()
          .that()
          .areDeclaredInClassesThat(LIBRARY)
          .and()
          .areStatic()
          .and()
          .doNotHaveModifier(JavaModifier.SYNTHETIC)
          .should()
          .beFinal();

  /** The test kit is the one to try things out on several threads. */
  static final ArchRule NO_THREAD_UNLESS_ASKED =
      noClasses()
          .that(LIBRARY.and(not(resideInAnyPackage(TESTKIT))))
          .should()
          .callConstructor(Thread.class, Runnable.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executors.class)
          .orShould()
          .callMethod(HttpClient.class, "newHttpClient");

  /** A fake vendor of the test kit answers one request at a time, and that is its lock. */
  static final ArchRule NO_SYNCHRONIZED_METHOD =
      methods()
          .that()
          .areDeclaredInClassesThat(LIBRARY.and(not(resideInAnyPackage(TESTKIT))))
          .should()
          .notHaveModifier(JavaModifier.SYNCHRONIZED);

  static final ArchRule THE_SYSTEM_CLOCK_IS_ONLY_A_DEFAULT_OF_A_BUILDER =
      noClasses()
          .that(LIBRARY)
          .and()
          .haveSimpleNameNotEndingWith("Builder")
          .should()
          .callMethod(InstantSource.class, "system");

  static final ArchRule EXCEPTIONS_ARE_FINAL_AND_UNCHECKED =
      classes()
          .that(LIBRARY)
          .and()
          .areAssignableTo(Exception.class)
          .and()
          .arePublic()
          .should()
          .beAssignableTo(RuntimeException.class)
          .andShould()
          .haveModifier(JavaModifier.FINAL);

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a package with a package-info that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked =
            type.getPackage()
                .tryGetPackageInfo()
                .map(info -> info.isAnnotatedWith(NullMarked.class))
                .orElse(false);
        if (!marked) {
          events.add(
              SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
        }
      }
    };
  }

  private static String[] concat(String[]... lists) {
    return List.of(lists).stream().flatMap(list -> List.of(list).stream()).toArray(String[]::new);
  }
}
