package org.cybox.testing;

import java.util.List;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Classes of ours, found on the class path. */
public final class Classes {

    private Classes() {}

    public static List<Class<?>> implementing(Class<?> type) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return !definition.getMetadata().isInterface()
                        && !definition.getMetadata().isAbstract();
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(type));
        return scanner.findCandidateComponents("org.cybox").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), Classes.class.getClassLoader()))
                .sorted(java.util.Comparator.comparing(Class::getName))
                .toList();
    }
}
