package org.cybox.platform.data;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Named in META-INF/spring.factories. */
final class StartProblems extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable problem, CannotStart sentence) {
        return new FailureAnalysis(String.valueOf(sentence.getMessage()), null, problem);
    }
}
