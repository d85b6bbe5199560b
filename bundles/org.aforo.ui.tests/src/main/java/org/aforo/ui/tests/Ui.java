package org.aforo.ui.tests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/**
 * The workbench as a test drives it, from the UI thread: what a user sees and does. Whatever waits here lets the
 * workbench go on meanwhile.
 */
public final class Ui {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Ui() {
    }

    /** Lets events run until {@code met}; fails, naming {@code what}, after half a minute. */
    public static void until(String what, BooleanSupplier met) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!met.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not come in time: " + what);
            }
            step();
        }
    }

    /** Lets events run until there is a value. */
    public static <T> T await(String what, Supplier<T> value) {
        List<T> found = new ArrayList<>(1);
        until(what, () -> {
            T now = value.get();
            if (now != null) {
                found.add(now);
            }
            return now != null;
        });
        return found.getFirst();
    }

    /** Lets events run for a while of real time. */
    public static void pump(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            step();
        }
    }

    /** Lets events run that wait already. */
    public static void settle() {
        while (display().readAndDispatch()) {
            // until there is none
        }
    }

    private static void step() {
        if (!display().readAndDispatch()) {
            display().timerExec(10, () -> {
                // wakes the display up
            });
            display().sleep();
        }
    }

    public static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    public static IWorkbenchWindow window() {
        IWorkbenchWindow active = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return active != null ? active : PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    public static IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** Opens a view, as from <em>Show View</em>, and brings it to the top. */
    public static IViewPart show(String id) {
        try {
            IViewPart view = page().showView(id);
            settle();
            return view;
        } catch (PartInitException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** What a view consists of. */
    public static Composite control(IViewPart view) {
        return (Composite) view.getSite().getService(MPart.class).getWidget();
    }

    /** Every widget of a type inside {@code root}, tool items too, in the order they stand. */
    public static <T extends Widget> List<T> all(Widget root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <T extends Widget> void collect(Widget root, Class<T> type, List<T> found) {
        if (type.isInstance(root)) {
            found.add(type.cast(root));
        }
        if (root instanceof ToolBar bar) {
            Arrays.stream(bar.getItems()).forEach(item -> collect(item, type, found));
        }
        if (root instanceof Composite composite) {
            Arrays.stream(composite.getChildren()).forEach(child -> collect(child, type, found));
        }
    }

    /** The first widget of a type inside {@code root} that fits; waits for it. */
    public static <T extends Widget> T find(Widget root, Class<T> type, Predicate<T> fits) {
        return await("a " + type.getSimpleName() + " in " + root,
                () -> all(root, type).stream().filter(fits).findFirst().orElse(null));
    }

    /** The widget of a type inside {@code root} with a text, tool tip or name (data {@code org.aforo.name}). */
    public static <T extends Widget> T named(Widget root, Class<T> type, String name) {
        return find(root, type, widget -> name.equals(widget.getData("org.aforo.name"))
                || labels(widget).contains(name));
    }

    private static List<String> labels(Widget widget) {
        return Arrays.asList(switch (widget) {
            case Button button -> new String[] {bare(button.getText()), button.getToolTipText()};
            case org.eclipse.swt.widgets.Label label -> new String[] {bare(label.getText())};
            case org.eclipse.swt.widgets.ToolItem item -> new String[] {bare(item.getText()), item.getToolTipText()};
            case org.eclipse.swt.widgets.MenuItem item -> new String[] {bare(item.getText())};
            case Shell shell -> new String[] {shell.getText()};
            case Control control -> new String[] {control.getToolTipText(), before(control)};
            default -> new String[0];
        });
    }

    /** The text of the label that stands before a field. */
    private static String before(Control field) {
        Control[] siblings = field.getParent().getChildren();
        int at = Arrays.asList(siblings).indexOf(field);
        return at > 0 && siblings[at - 1] instanceof org.eclipse.swt.widgets.Label label
                ? bare(label.getText()).replaceFirst(":$", "") : null;
    }

    private static String bare(String text) {
        return text.replace("&", "");
    }

    /** Presses a button, tool item or menu item. */
    public static void click(Widget widget) {
        if (widget instanceof Button button && (button.getStyle() & (SWT.CHECK | SWT.TOGGLE | SWT.RADIO)) != 0) {
            button.setSelection((button.getStyle() & SWT.RADIO) != 0 || !button.getSelection());
        }
        Event event = new Event();
        event.widget = widget;
        widget.notifyListeners(SWT.Selection, event);
        settle();
    }

    /** Replaces a field's text. */
    public static void type(Text field, String text) {
        field.setFocus();
        field.setText(text);
        settle();
    }

    /**
     * Runs a command as its menu item does.
     *
     * @param parameters names and values in turn
     */
    public static Object run(String command, String... parameters) {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        IHandlerService handlers = window().getService(IHandlerService.class);
        Command found = commands.getCommand(command);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            values.put(parameters[i], parameters[i + 1]);
        }
        try {
            Object result = handlers.executeCommand(ParameterizedCommand.generateCommand(found, values), null);
            settle();
            return result;
        } catch (CommandException e) {
            throw new AssertionError("command " + command + ": " + e.getMessage(), e);
        }
    }

    /**
     * Does something that opens a dialog, and {@code work} in that dialog, which must close it. Returns when it is
     * closed; what {@code work} throws is thrown, with the dialog closed.
     */
    public static void dialog(Runnable opens, Consumer<Shell> work) {
        List<Shell> before = List.of(display().getShells());
        Throwable[] failed = new Throwable[1];
        boolean[] done = new boolean[1];
        Runnable look = new Runnable() {
            @Override
            public void run() {
                Shell opened = Arrays.stream(display().getShells())
                        .filter(shell -> !before.contains(shell) && shell.isVisible()).findFirst().orElse(null);
                if (opened == null) {
                    display().timerExec(20, this);
                    return;
                }
                done[0] = true;
                try {
                    work.accept(opened);
                } catch (RuntimeException | AssertionError e) {
                    failed[0] = e;
                    opened.close();
                }
            }
        };
        display().timerExec(20, look);
        opens.run();
        until("the dialog", () -> done[0]);
        if (failed[0] != null) {
            throw new AssertionError(failed[0].getMessage(), failed[0]);
        }
    }

    /** A window with its title, without what some window managers count in though it is of other windows. */
    private static Rectangle frame(Shell shell) {
        Rectangle inner = display().map(shell, null, shell.getClientArea());
        int top = shell.getBounds().y;
        return new Rectangle(inner.x, top, inner.width, inner.y + inner.height - top);
    }

    /** What the screen shows of a control, as a PNG file; of a shell with its children. */
    public static void capture(Control control, Path png) {
        settle();
        control.update();
        Rectangle bounds = control instanceof Shell shell ? frame(shell)
                : display().map(control.getParent(), null, control.getBounds());
        Image image = new Image(display(), bounds.width, bounds.height);
        GC gc = new GC(display());
        try {
            gc.copyArea(image, bounds.x, bounds.y);
            ImageLoader loader = new ImageLoader();
            loader.data = new org.eclipse.swt.graphics.ImageData[] {image.getImageData()};
            loader.save(png.toString(), SWT.IMAGE_PNG);
        } finally {
            gc.dispose();
            image.dispose();
        }
    }
}
