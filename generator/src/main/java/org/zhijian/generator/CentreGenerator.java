package org.zhijian.generator;

import java.io.IOException;
import java.nio.file.Path;
import org.zhijian.schema.text.UserError;

/** Writes landing folders of made-up centres. */
public final class CentreGenerator {

    /**
     * Writes what arrived on the plan's days: a file an entity and month ({@code 2025-09/interactions-2025-09.csv}), or an
     * entity and day ({@code 2026-11-01/interactions-2026-11-01.csv}) when the plan names its first day or lies within a
     * month. A month that is not written to its end is named after its last day, so that later files always have later
     * paths. Files of the same name are replaced; an entity of which nothing arrived has no file.
     *
     * @throws UserError when the folder cannot be written
     */
    public static GeneratedFiles write(CentrePlan plan, Path out, ProgressListener listener) {
        try {
            Centre centre = Centre.of(plan);
            LandingFolder folder = new LandingFolder(plan, out, 0, listener);
            new MasterData(plan, centre).write(folder);
            return folder.done();
        } catch (IOException e) {
            throw new UserError("generator.out.unwritable", out, e).causedBy(e);
        }
    }

    private CentreGenerator() {}
}
