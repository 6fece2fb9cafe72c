package org.zhijian.etl.draw;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Draws of one kind in a plan month, night after night. */
public interface Drawing {
    /**
     * What a night draws.
     *
     * @param population fingerprint of what decides the draw
     * @param drawn what is drawn of it
     */
    record Night(String population, List<Drawn> drawn) {}

    /**
     * What is drawn in a night, given what was kept before; to be asked for in the order of the nights.
     *
     * @param taken the interactions that the category has drawn before
     */
    Night night(LocalDate night, Set<String> taken);

    /** Counts an interaction as drawn. */
    void keep(String stratum, String reason);
}
