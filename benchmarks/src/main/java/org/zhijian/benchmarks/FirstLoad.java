package org.zhijian.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** One round of a first load: the whole history to star and marts, by the suite and by the yardstick. */
record FirstLoad(Suite.Night suite, YardstickProcess.Outcome yardstick) {

    /** Runs both, the suite first; what they made stays until the next round. */
    static FirstLoad run(Workload workload) {
        Path landing = workload.landing(workload.months());
        Folders.delete(warehouse(workload));
        Suite.Night suite =
                Suite.nightly(landing, warehouse(workload), workload.until(), log(workload, "first-load-suite.log"));
        YardstickProcess.Outcome yardstick = YardstickProcess.run(
                landing,
                yardstick(workload),
                workload.until(),
                Yardstick.Keeps.ALL,
                log(workload, "first-load-duckdb.log"));
        return new FirstLoad(suite, yardstick);
    }

    /** The warehouse that the suite made last. */
    static Path warehouse(Workload workload) {
        return workload.folder(workload.months()).resolve("warehouse");
    }

    /** The same; where none was made yet, a first load makes it. */
    static Path loadedWarehouse(Workload workload) {
        if (!Files.exists(warehouse(workload).resolve("publications"))) {
            run(workload);
        }
        return warehouse(workload);
    }

    /** The folder of the yardstick's files. */
    static Path yardstick(Workload workload) {
        return workload.folder(workload.months()).resolve("duckdb");
    }

    static Path log(Workload workload, String name) {
        return workload.folder(workload.months()).resolve("logs").resolve(name);
    }
}
