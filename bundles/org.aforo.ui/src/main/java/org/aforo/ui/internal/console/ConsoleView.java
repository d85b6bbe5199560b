package org.aforo.ui.internal.console;

import java.util.Optional;

import org.aforo.client.BenchConnection;
import org.aforo.client.BenchException;
import org.aforo.client.Control;
import org.aforo.ui.BenchJob;
import org.aforo.ui.internal.forms.Accessibles;
import org.aforo.ui.internal.forms.ErrorColour;
import org.aforo.ui.internal.forms.FormItem;
import org.aforo.ui.internal.forms.LiveValidation;
import org.aforo.ui.internal.forms.Schema;
import org.aforo.ui.internal.forms.Verdict;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.text.ITextOperationTarget;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.part.ViewPart;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls any operation of any service: what it takes as a form and as JSON, AWS's words while typing, the answer. */
public final class ConsoleView extends ViewPart {

    /** Its id, and its keys' context. */
    public static final String ID = "org.aforo.ui.console";

    private static final int MARGIN = 4;
    private static final int NARROW = 700;
    private static final int LOW = 240;
    private static final String SERVICE = "service";
    private static final String OPERATION = "operation";
    private static final String INPUT = "input";

    private Optional<IMemento> kept = Optional.empty();
    private OperationBar bar;
    private SashForm sash;
    private SashForm side;
    private RequestPane request;
    private Text documentation;
    private Label verdict;
    private AnswerPane answer;
    private LiveValidation validation;
    private Optional<Model> model = Optional.empty();
    private CallJob running;
    /** What an operation that is asked for is to be filled with. */
    private JsonNode wanted = Control.object();

    /** An operation's model as far as it was told. */
    private record Model(BenchConnection bench, String service, String operation, String documentation, Schema takes,
            Schema gives) {
    }

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        kept = Optional.ofNullable(memento);
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        validation = new LiveValidation(Messages.checking, this::judged, this::unchecked);
        bar = new OperationBar(parent, this::chosen);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        requestSide(sash);
        answer = new AnswerPane(sash);
        sash.addListener(SWT.Resize, event -> fit(sash.getSize()));
        getSite().getService(IContextService.class).activateContext(ID);
        new ConsoleCommands(this).register(getSite());
        kept.ifPresent(this::restore);
        verdict(Messages.chooseOperation, false);
    }

    /** One below the other where it is narrow and high; no documentation where it is low. */
    private void fit(Point size) {
        sash.setOrientation(size.x < NARROW && size.y > size.x ? SWT.VERTICAL : SWT.HORIZONTAL);
        side.setMaximizedControl(size.y < LOW || model.isEmpty() ? side.getChildren()[0] : null);
    }

    private void requestSide(Composite parent) {
        side = new SashForm(parent, SWT.VERTICAL | SWT.SMOOTH);
        Composite top = new Composite(side, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(MARGIN, MARGIN).applyTo(top);
        verdict = new Label(top, SWT.WRAP);
        ErrorColour.follow(verdict);
        GridDataFactory.fillDefaults().grab(true, false).indent(MARGIN, MARGIN).hint(100, SWT.DEFAULT)
                .applyTo(verdict);
        Button call = new Button(top, SWT.PUSH);
        call.setText(Messages.call);
        call.addListener(SWT.Selection, event -> call());
        GridDataFactory.swtDefaults().align(SWT.END, SWT.BEGINNING).indent(0, MARGIN).applyTo(call);
        request = new RequestPane(top, this::changed, this::explain);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(request.control());
        documentation = new Text(side, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        Accessibles.name(documentation, Messages.documentation);
        side.setWeights(70, 30);
    }

    private void restore(IMemento memento) {
        String service = memento.getString(SERVICE);
        String operation = memento.getString(OPERATION);
        if (service != null && operation != null) {
            show(service, operation, json(memento.getString(INPUT)));
        }
    }

    private static JsonNode json(String text) {
        try {
            return text == null ? Control.object() : Control.JSON.readTree(text);
        } catch (JacksonException e) {
            return Control.object();
        }
    }

    @Override
    public void saveState(IMemento memento) {
        memento.putString(SERVICE, bar.service());
        memento.putString(OPERATION, bar.operation());
        request.input().map(JsonNode::toString).filter(text -> text.length() <= RequestHistory.LARGEST)
                .ifPresent(text -> memento.putString(INPUT, text));
    }

    /** Shows an operation with this input. */
    public void show(String service, String operation, JsonNode input) {
        wanted = input;
        bar.show(service, operation);
    }

    /** A service or an operation was chosen: asks for the operation's model. */
    private void chosen() {
        Optional<BenchConnection> bench = bar.bench();
        String service = bar.service();
        String operation = bar.operation();
        if (bench.isEmpty() || operation.isEmpty()) {
            return;
        }
        String path = path(service, operation);
        BenchJob.run(NLS.bind(Messages.asking, operation), monitor -> bench.get().control().get(path), told -> {
            if (!sash.isDisposed() && service.equals(bar.service()) && operation.equals(bar.operation())) {
                told(new Model(bench.get(), service, operation, told.path("documentation").asString(""),
                        Schema.of(told.path("input")), Schema.of(told.path("output"))));
            }
        }, failure -> {
            if (!sash.isDisposed()) {
                verdict(failure.getMessage(), true);
            }
        });
    }

    private static String path(String service, String operation) {
        return "/api/" + Control.encode(service) + '/' + Control.encode(operation);
    }

    private void told(Model now) {
        JsonNode input = wanted;
        boolean same = model.isPresent() && model.get().service().equals(now.service())
                && model.get().operation().equals(now.operation());
        if (same && input.isEmpty()) {
            input = request.input().orElse(input);
        }
        wanted = Control.object();
        model = Optional.of(now);
        fit(sash.getSize());
        documentation.setText(now.documentation());
        request.show(now.takes(), input);
        request.control().setData(ID + ".operation", now.operation());
        if (bar.operationHasFocus()) {
            request.setFocus();
        }
    }

    private void explain(FormItem item) {
        String help = item.help().isEmpty() ? model.map(Model::documentation).orElse("") : item.help();
        String limits = item.node().schema().limits();
        documentation.setText(item.label() + (limits.isEmpty() ? "" : " (" + limits + ')') + "\n\n" + help);
    }

    private void changed() {
        if (model.isEmpty()) {
            return;
        }
        if (request.input().isPresent()) {
            validation.request(model.get().bench().control(), model.get().service(), model.get().operation(),
                    request.input().get());
        } else {
            verdict(request.trouble(), true);
        }
    }

    private void judged(Verdict now) {
        if (!sash.isDisposed() && request.trouble().isEmpty()) {
            request.mark(now);
            verdict(now.valid() ? Messages.valid : first(now), !now.valid());
        }
    }

    /** In one or two lines: all is told at the fields. */
    private static String first(Verdict now) {
        int more = now.violations().size() - 1;
        String words = more < 0 ? now.words() : now.violations().get(0).message();
        return more > 0 ? words + " (+" + more + ')' : words;
    }

    private void unchecked(BenchException why) {
        if (!sash.isDisposed()) {
            verdict(NLS.bind(Messages.notChecked, why.getMessage()), true);
        }
    }

    private void verdict(String words, boolean bad) {
        ErrorColour.set(verdict, bad);
        verdict.setText(words.replace("&", "&&"));
        verdict.getParent().layout();
    }

    /** Calls the operation, unless a call is on its way. */
    void call() {
        if (model.isEmpty() || running != null) {
            return;
        }
        if (request.input().isEmpty()) {
            verdict(request.trouble(), true);
            return;
        }
        Model now = model.get();
        JsonNode input = request.input().get().deepCopy();
        answer.running(now.operation());
        running = new CallJob(now.bench().control(), now.service(), now.operation(), input, came -> sash.getDisplay()
                .asyncExec(() -> answered(now, input, came)));
        running.schedule();
    }

    private void answered(Model asked, JsonNode input, Answer came) {
        running = null;
        ConsoleHistory.shared().add(asked.service(), asked.operation(), input, came);
        if (!sash.isDisposed()) {
            answer.show(came, asked.gives());
        }
    }

    /** Ends the wait for a running call. */
    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    boolean isRunning() {
        return running != null;
    }

    /** The call as it would be made now. */
    Optional<ApiCall> apiCall() {
        return model.flatMap(now -> request.input().map(input -> new ApiCall(now.bench().endpoint(), now.service(),
                now.operation(), input, now.takes(), now.gives())));
    }

    /** The input's side, for commands. */
    RequestPane request() {
        return request;
    }

    /** The answer's side, for commands. */
    AnswerPane answer() {
        return answer;
    }

    /** Has a call of before chosen, and shows it. */
    void history() {
        ConsoleHistory.shared().choose(getSite().getShell())
                .ifPresent(entry -> show(entry.service(), entry.operation(), entry.input()));
    }

    void undo() {
        request.text(ITextOperationTarget.UNDO);
    }

    void redo() {
        request.text(ITextOperationTarget.REDO);
    }

    @Override
    public void setFocus() {
        if (model.isPresent()) {
            request.setFocus();
        } else {
            bar.setFocus();
        }
    }

    @Override
    public void dispose() {
        stop();
        if (validation != null) {
            validation.close();
        }
        super.dispose();
    }
}
