package org.aforo.ui.internal.wizards;

import java.util.List;
import java.util.function.Supplier;

import org.aforo.client.Control;
import org.aforo.ui.internal.console.Language;
import org.aforo.ui.internal.forms.Accessibles;
import org.aforo.ui.internal.forms.Verdict;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The last page: what will be sent, to look at and to copy. */
final class ReviewPage extends WizardPage {

    private static final int WIDTH = 200;
    private static final int LINES = 12;

    private final ActionWizard wizard;
    private Text json;

    ReviewPage(ActionWizard wizard, String operation) {
        super("review");
        this.wizard = wizard;
        setTitle(Messages.review);
        setDescription(NLS.bind(Messages.reviewText, operation));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Composite box = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().applyTo(box);
        json = new Text(box, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        json.setFont(JFaceResources.getTextFont());
        Accessibles.name(json, Messages.inputJson);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, json.getLineHeight() * LINES).applyTo(json);
        Composite buttons = new Composite(box, SWT.NONE);
        RowLayout row = new RowLayout();
        row.marginLeft = 0;
        buttons.setLayout(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(buttons);
        button(buttons, Messages.copyJson, () -> json.getText());
        for (Language language : Language.values()) {
            button(buttons, NLS.bind(Messages.copyAs, language.title()), () -> language.code(wizard.call()));
        }
        setControl(box);
    }

    private void button(Composite parent, String label, Supplier<String> text) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> {
            Clipboard clipboard = new Clipboard(button.getDisplay());
            clipboard.setContents(new Object[] {text.get()}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
            setMessage(Messages.copied, IMessageProvider.INFORMATION);
        });
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            json.setText(Control.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(wizard.input().json()));
            json.setFocus();
        }
    }

    /** Shows what no page before is about. */
    void show(ActionForm input, Verdict verdict) {
        List<String> words = input.elsewhere(verdict);
        setErrorMessage(words.isEmpty() ? null : words.get(0));
        setPageComplete(verdict.valid());
    }

    /** What the operation itself said when it was called. */
    void refuse(String words) {
        setErrorMessage(words);
    }
}
