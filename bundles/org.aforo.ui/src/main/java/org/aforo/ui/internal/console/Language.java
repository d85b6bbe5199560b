package org.aforo.ui.internal.console;

import java.util.function.Function;

/** A language that calls are copied in. */
public enum Language {

    CLI("AWS CLI", CliCode::of), PYTHON("Python (boto3)", PythonCode::of), JAVA("Java (AWS SDK v2)",
            JavaCode::of), CURL("curl", CurlCode::of);

    private final String title;
    private final Function<ApiCall, String> code;

    Language(String title, Function<ApiCall, String> code) {
        this.title = title;
        this.code = code;
    }

    /** Its name; the same in every language of people. */
    public String title() {
        return title;
    }

    /** A call in it, ready to be run. */
    public String code(ApiCall call) {
        return code.apply(call);
    }
}
