package org.tanggap.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanggap.channel.feed.Feeds.settled;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library works as named modules too, where nothing may reach into it by reflection. */
class NamedModuleTest {

  @TempDir Path folder;

  @Test
  void aFeedIsReadAndReadOnInsideOfItsModule() throws Exception {
    Path[] classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(
                entry ->
                    String.valueOf(entry.getFileName())
                        .matches("classes|(tanggap|jackson|fastcsv|jspecify|slf4j-api).*"))
            .toArray(Path[]::new);
    Configuration modules =
        ModuleLayer.boot()
            .configuration()
            .resolve(ModuleFinder.of(classPath), ModuleFinder.of(), Set.of("org.tanggap.channels"));
    ClassLoader loader =
        ModuleLayer.boot()
            .defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader())
            .findLoader("org.tanggap.channels");
    Class<?> feedClass = loader.loadClass(FileFeed.class.getName());
    assertThat(feedClass.getModule().getName()).isEqualTo("org.tanggap.channels");

    Class<?> accountClass = loader.loadClass("org.tanggap.complaint.AccountId");
    Object account =
        accountClass.getMethod("of", String.class, String.class).invoke(null, "feed", "laporan");
    Object builder =
        feedClass
            .getMethod("builder", accountClass, Path.class, ZoneId.class)
            .invoke(
                null, account, settled(folder.resolve("a.csv"), "id,text\n1,x\n"), Feeds.JAKARTA);
    Object feed = builder.getClass().getMethod("build").invoke(builder);
    Method pull = feedClass.getMethod("pull", loader.loadClass("org.tanggap.channel.Cursor"));
    Object page = pull.invoke(feed, new Object[] {null});
    assertThat(page).asString().contains("externalId=1");
    Object cursor = page.getClass().getMethod("cursor").invoke(page);
    assertThat(pull.invoke(feed, cursor)).asString().startsWith("Page[messages=[],");
  }
}
