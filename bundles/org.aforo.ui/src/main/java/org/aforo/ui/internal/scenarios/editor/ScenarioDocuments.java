package org.aforo.ui.internal.scenarios.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.operation.IRunnableContext;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.texteditor.AbstractDocumentProvider;

/** Reads and writes scenario files, UTF-8, whole; tells when one was changed by somebody else. */
final class ScenarioDocuments extends AbstractDocumentProvider {

    /** What is known of an open file: the time stamp of what the editor holds. */
    private final class Open extends ElementInfo {
        private long stamp;

        Open(IDocument document, IAnnotationModel model, long stamp) {
            super(document, model);
            this.stamp = stamp;
        }
    }

    @Override
    protected ElementInfo createElementInfo(Object element) throws CoreException {
        Open open = new Open(createDocument(element), createAnnotationModel(element), stamp(element));
        open.fStatus = Status.OK_STATUS;
        return open;
    }

    @Override
    protected IDocument createDocument(Object element) throws CoreException {
        try {
            return new Document(Files.readString(file(element)));
        } catch (IOException e) {
            throw new CoreException(failure(element, e));
        }
    }

    @Override
    protected IAnnotationModel createAnnotationModel(Object element) {
        return new AnnotationModel();
    }

    @Override
    protected void doSaveDocument(IProgressMonitor monitor, Object element, IDocument document, boolean overwrite)
            throws CoreException {
        Path file = file(element);
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.write(beside, document.get().getBytes(StandardCharsets.UTF_8));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CoreException(failure(element, e));
        }
        if (getElementInfo(element) instanceof Open open) {
            open.stamp = stamp(element);
        }
    }

    @Override
    protected void doSynchronize(Object element, IProgressMonitor monitor) throws CoreException {
        if (getElementInfo(element) instanceof Open open) {
            open.stamp = stamp(element);
            doResetDocument(element, monitor);
        }
    }

    @Override
    protected IRunnableContext getOperationRunner(IProgressMonitor monitor) {
        return null;
    }

    @Override
    public long getModificationStamp(Object element) {
        return stamp(element);
    }

    @Override
    public long getSynchronizationStamp(Object element) {
        return getElementInfo(element) instanceof Open open ? open.stamp : 0;
    }

    @Override
    public boolean isSynchronized(Object element) {
        return getSynchronizationStamp(element) == getModificationStamp(element);
    }

    @Override
    public boolean isDeleted(Object element) {
        return !Files.exists(file(element));
    }

    @Override
    public boolean isModifiable(Object element) {
        return Files.isWritable(file(element)) || isDeleted(element);
    }

    @Override
    public boolean isReadOnly(Object element) {
        return !isModifiable(element);
    }

    private static long stamp(Object element) {
        return file(element).toFile().lastModified();
    }

    private static Path file(Object element) {
        return ((ScenarioInput) element).file();
    }

    private static IStatus failure(Object element, IOException e) {
        String what = e instanceof java.nio.charset.CharacterCodingException ? Messages.not_utf8 : e.getMessage();
        return Status.error(file(element).getFileName() + ": " + what, e);
    }
}
