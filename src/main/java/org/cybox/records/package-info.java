/** Floor 4: the ledger of learning. One append-only row for each step; progress and figures are computed from it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "tenancy", "identity", "people"})
package org.cybox.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
