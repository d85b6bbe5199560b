package org.aforo.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.aforo.client.BenchConnection;
import org.aforo.client.Connections;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.bindings.Binding;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.preference.IPreferencePage;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The window, its parts, its bench, its theme and its language. */
class WorkbenchTest {

    /** The second of "restart now" and "later". */
    private static final int LATER = 1;
    private static final List<String> VIEWS = List.of("org.aforo.ui.resources", "org.aforo.ui.throughput",
            "org.aforo.ui.buffers", "org.aforo.ui.flow", "org.aforo.ui.records", "org.aforo.ui.events",
            "org.eclipse.ui.views.PropertySheet", "org.aforo.ui.scenarios", "org.aforo.ui.plugins",
            "org.aforo.ui.console");

    @Test
    void opensWithThePerspectiveBenchAndAllItsViews() {
        assertThat(Ui.page().getPerspective().getId()).isEqualTo("org.aforo.ui.app.bench");
        assertThat(VIEWS).allSatisfy(id -> assertThat(Ui.page().findViewReference(id)).as(id).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.aforo.ui.resources", "org.aforo.ui.throughput", "org.aforo.ui.buffers",
            "org.aforo.ui.flow", "org.aforo.ui.records", "org.aforo.ui.events",
            "org.eclipse.ui.views.PropertySheet", "org.aforo.ui.scenarios", "org.aforo.ui.plugins",
            "org.aforo.ui.console"})
    void aViewComesUpWithoutAnError(String id) {
        List<String> before = ErrorLog.errors();

        IViewPart view = Ui.show(id);

        assertThat(view.getTitle()).isNotBlank();
        assertThat(Ui.control(view).getChildren()).isNotEmpty();
        assertThat(ErrorLog.errors()).isEqualTo(before);
    }

    @Test
    void noViewTakesAKeyThatMeansSomethingElseEverywhere() {
        List<Binding> all = Arrays.stream(PlatformUI.getWorkbench().getService(IBindingService.class).getBindings())
                .filter(key -> key.getParameterizedCommand() != null).toList();
        Map<TriggerSequence, String> everywhere = all.stream()
                .filter(key -> key.getContextId().equals("org.eclipse.ui.contexts.window")
                        && key.getParameterizedCommand().getId().startsWith("org.aforo."))
                .collect(Collectors.toMap(Binding::getTriggerSequence, key -> key.getParameterizedCommand().getId(),
                        (one, other) -> one));

        assertThat(everywhere).isNotEmpty();
        assertThat(all).filteredOn(key -> key.getContextId().startsWith("org.aforo."))
                .allSatisfy(key -> assertThat(everywhere).as(key.getParameterizedCommand().getId())
                        .doesNotContainKey(key.getTriggerSequence()));
    }

    @Test
    void startsWithoutAnErrorInTheLog() {
        assertThat(ErrorLog.errors()).isEmpty();
    }

    @Test
    void embedsABenchAndFollowsIt() {
        BenchConnection bench = Ui.await("the embedded bench", () -> Connections.shared().all().stream()
                .filter(BenchConnection::embedded).findFirst().orElse(null));

        Ui.until("the connection", () -> bench.state() == BenchConnection.State.LIVE);

        assertThat(bench.services()).extracting(BenchConnection.ServiceView::id).contains("kinesis", "firehose", "s3");
    }

    @Test
    void theThemeSwitchesLive() {
        IThemeEngine themes = PlatformUI.getWorkbench().getService(IThemeEngine.class);
        Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", "light");
        RGB light = background();

        Ui.run("org.aforo.ui.app.theme");

        assertThat(themes.getActiveTheme().getId()).contains("dark");
        RGB dark = background();
        assertThat(dark.getHSB()[2]).isLessThan(0.5f).isLessThan(light.getHSB()[2]);
        // And back
        Ui.run("org.aforo.ui.app.theme");
        assertThat(background()).isEqualTo(light);
    }

    /** Drawn once in the dark, folders give their tool bars the colour of the view that they show. */
    @Test
    void toolBarsAreOfOneColourInTheDark() {
        Ui.show("org.aforo.ui.buffers");
        Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", "light");
        Ui.show("org.aforo.ui.resources");

        Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", "dark");
        try {
            Ui.pump(Duration.ofMillis(700));
            assertThat(viewBars()).hasSizeGreaterThan(1).extracting(bar -> bar.getBackground().getRGB())
                    .containsOnly(new RGB(0x48, 0x48, 0x4c));
        } finally {
            Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", "light");
        }
    }

    private static List<ToolBar> viewBars() {
        return Ui.all(Ui.window().getShell(), ToolBar.class).stream()
                .filter(bar -> bar.isVisible() && bar.getParent().getParent() instanceof CTabFolder).toList();
    }

    /** One that has, shows that and nothing else. */
    @Test
    void noToolItemHasABackgroundOfItsOwnInTheDarkTheme() {
        Ui.show("org.aforo.ui.throughput");
        Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", "dark");
        try {
            Ui.settle();
            List<ToolItem> toggles = Ui.all(Ui.window().getShell(), ToolBar.class).stream()
                    .flatMap(bar -> Stream.of(bar.getItems())).filter(item -> (item.getStyle() & SWT.CHECK) != 0)
                    .toList();

            assertThat(toggles).isNotEmpty().allSatisfy(
                    item -> assertThat(item.getBackground()).isEqualTo(item.getParent().getBackground()));
        } finally {
            Ui.run("org.aforo.ui.app.theme", "org.aforo.ui.app.theme.name", "light");
        }
    }

    private static RGB background() {
        Ui.settle();
        return Ui.control(Ui.show("org.aforo.ui.resources")).getBackground().getRGB();
    }

    @Test
    void theLanguageIsChosenInThePreferences() {
        choose("language.", "language.es");
        // What was chosen is shown, and can be taken back
        choose("language.es", "language.");
    }

    private static void choose(String before, String after) {
        PreferenceDialog preferences = language();
        try {
            Control page = ((IPreferencePage) preferences.getSelectedPage()).getControl();
            assertThat(Ui.named(page, Button.class, before).getSelection()).as(before).isTrue();
            Ui.all(page, Button.class).forEach(button -> button.setSelection(false));
            Ui.click(Ui.named(page, Button.class, after));

            Ui.dialog(() -> Ui.click(ok(preferences)), WorkbenchTest::later);
        } finally {
            preferences.close();
        }
    }

    private static PreferenceDialog language() {
        PreferenceDialog dialog = PreferencesUtil.createPreferenceDialogOn(Ui.window().getShell(),
                "org.aforo.ui.app.language", null, null);
        dialog.setBlockOnOpen(false);
        dialog.open();
        Ui.settle();
        return dialog;
    }

    private static Button ok(PreferenceDialog dialog) {
        return Ui.find(dialog.getShell(), Button.class,
                button -> Integer.valueOf(IDialogConstants.OK_ID).equals(button.getData()));
    }

    private static void later(Shell question) {
        Ui.click(Ui.find(question, Button.class, button -> Integer.valueOf(LATER).equals(button.getData())));
    }
}
