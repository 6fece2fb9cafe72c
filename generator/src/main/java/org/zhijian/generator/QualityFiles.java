package org.zhijian.generator;

import java.io.IOException;
import java.util.List;
import org.zhijian.schema.raw.Appeals;
import org.zhijian.schema.raw.Calibrations;
import org.zhijian.schema.raw.Coaching;
import org.zhijian.schema.raw.EvaluationErrors;
import org.zhijian.schema.raw.EvaluationScores;
import org.zhijian.schema.raw.Evaluations;
import org.zhijian.schema.raw.Exams;

/** The files of the quality department's entities. */
record QualityFiles(
        EntityFiles evaluations,
        EntityFiles scores,
        EntityFiles errors,
        EntityFiles appeals,
        EntityFiles calibrations,
        EntityFiles exams,
        EntityFiles coaching)
        implements AutoCloseable {

    static QualityFiles in(LandingFolder folder) {
        return new QualityFiles(
                new EntityFiles(Evaluations.ENTITY, folder),
                new EntityFiles(EvaluationScores.ENTITY, folder),
                new EntityFiles(EvaluationErrors.ENTITY, folder),
                new EntityFiles(Appeals.ENTITY, folder),
                new EntityFiles(Calibrations.ENTITY, folder),
                new EntityFiles(Exams.ENTITY, folder),
                new EntityFiles(Coaching.ENTITY, folder));
    }

    void complete() throws IOException {
        for (EntityFiles files : all()) {
            files.complete();
        }
    }

    @Override
    public void close() throws IOException {
        for (EntityFiles files : all()) {
            files.close();
        }
    }

    private List<EntityFiles> all() {
        return List.of(evaluations, scores, errors, appeals, calibrations, exams, coaching);
    }
}
