package io.headroom.session.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.headroom.catalog.Catalog;
import io.headroom.catalog.read.CatalogFiles;
import io.headroom.format.ByteUnits;
import io.headroom.planfile.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings outlive the program, and a damaged file does not keep it from starting. */
class SettingsFileTest {

    private static final Catalog CATALOG = CatalogFiles.load();

    @TempDir
    Path folder;

    @Test
    void whatIsSavedIsLoadedAgain() {
        Settings settings = new Settings("dark", ByteUnits.GIB, 1.3, List.of("/a/b.json", "/c.json"),
                new Settings.Bounds(10, -20, 1300, 800, true));
        Path deep = folder.resolve("not").resolve("there");
        new SettingsFile(deep, new Documents(CATALOG)).save(settings);
        assertThat(new SettingsFile(deep, new Documents(CATALOG)).load()).isEqualTo(settings);
    }

    @Test
    void aFirstStartHasDefaults() {
        assertThat(file().load()).isEqualTo(Settings.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"zoom\": 99}", "{\"look\": \"pink\"}", "{\"window\": {\"x\": \"left\"}}"})
    void aDamagedFileIsSetAsideAndDefaultsAreUsed(String text) throws IOException {
        Files.writeString(folder.resolve("settings.json"), text);
        assertThat(file().load()).isEqualTo(Settings.DEFAULT);
        assertThat(folder.resolve("settings.json.damaged")).hasContent(text);
        file().save(Settings.DEFAULT.withZoom(2));
        assertThat(file().load().zoom()).isEqualTo(2);
    }

    @Test
    void theNewestFilesAreKeptOnceEach() {
        Settings settings = Settings.DEFAULT;
        for (int i : IntStream.range(0, 20).toArray()) {
            settings = settings.withRecent("/plan" + i + ".json");
        }
        settings = settings.withRecent("/plan15.json");
        assertThat(settings.recent()).hasSize(10).startsWith("/plan15.json", "/plan19.json").doesNotHaveDuplicates();
    }

    @Test
    void theFolderIsWhereTheSystemKeepsSettings() {
        Path home = Path.of("/home/u");
        assertThat(SettingsFile.folder(Map.of(), "Linux", home)).isEqualTo(Path.of("/home/u/.config/headroom"));
        assertThat(SettingsFile.folder(Map.of("XDG_CONFIG_HOME", "/x"), "Linux", home))
                .isEqualTo(Path.of("/x/headroom"));
        assertThat(SettingsFile.folder(Map.of(), "Mac OS X", home))
                .isEqualTo(Path.of("/home/u/Library/Application Support/Headroom"));
        assertThat(SettingsFile.folder(Map.of("APPDATA", "/roaming"), "Windows 11", home))
                .isEqualTo(Path.of("/roaming/Headroom"));
    }

    private SettingsFile file() {
        return new SettingsFile(folder, new Documents(CATALOG));
    }
}
