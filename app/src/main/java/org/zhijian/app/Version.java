package org.zhijian.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the suite. */
final class Version implements IVersionProvider {

    /** The version as the build wrote it down; outside of a built jar there is none. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"zhijian " + number()};
    }
}
