/** Floor 0: what every module stands on - web, data, texts, files, mail, jobs, audit. It knows no feature. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.cybox.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
