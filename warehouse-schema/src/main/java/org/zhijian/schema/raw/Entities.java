package org.zhijian.schema.raw;

import java.util.List;
import java.util.Optional;

/** Every landing entity, those referred to first. */
public final class Entities {
    public static final List<Entity> ALL = List.of(
            Agents.ENTITY,
            Inspectors.ENTITY,
            Scorecards.ENTITY,
            ErrorTypes.ENTITY,
            Interactions.ENTITY,
            AgentStates.ENTITY,
            Evaluations.ENTITY,
            EvaluationScores.ENTITY,
            EvaluationErrors.ENTITY,
            Appeals.ENTITY,
            Calibrations.ENTITY,
            Exams.ENTITY,
            Coaching.ENTITY);

    public static Optional<Entity> named(String name) {
        return ALL.stream().filter(entity -> entity.name().equals(name)).findFirst();
    }

    private Entities() {}
}
