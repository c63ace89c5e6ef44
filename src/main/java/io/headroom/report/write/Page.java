package io.headroom.report.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/** The frame of the page: its title, its looks and the plan file. */
final class Page {

    private static final String LOOKS = "/io/headroom/assets/report/report.css";

    private Page() {
    }

    static String of(ReportContent report, Blocks blocks, String plan) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="generator" content="Headroom"/>
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                <footer>Analytic estimate, not a measurement.</footer>
                %s
                </body>
                </html>
                """.formatted(renderer(Map.of()).render(Blocks.text(report.title())), looks(),
                renderer(blocks.styles()).render(blocks.document()), plan);
    }

    private static HtmlRenderer renderer(Map<Node, String> styles) {
        return HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    String style = styles.get(node);
                    if (style != null && !tag.equals("code")) {
                        attributes.put("class", style);
                    }
                }).build();
    }

    private static String looks() {
        try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream(LOOKS))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
