package org.aforo.ui.internal.wizards;

import java.util.Locale;

import org.aforo.client.LiveResource;
import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.core.runtime.Adapters;

/** Whether something can be done with a resource: {@code update}, {@code delete}, {@code empty}. */
public final class RoleTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] args, Object expected) {
        LiveResource resource = Adapters.adapt(receiver, LiveResource.class);
        BenchAction.Role role = BenchAction.Role.valueOf(String.valueOf(expected).toUpperCase(Locale.ROOT));
        return resource != null && !ActionCatalog.shared().of(resource, role).isEmpty();
    }
}
