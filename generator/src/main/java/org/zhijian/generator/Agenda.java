package org.zhijian.generator;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What is to be done on later days, in the order in which it was put down. */
final class Agenda {
    private final TreeMap<LocalDate, List<Task>> tasks = new TreeMap<>();

    /** Something that is done on a day, and written then. */
    @FunctionalInterface
    interface Task {
        void run() throws IOException;
    }

    void on(LocalDate day, Task task) {
        tasks.computeIfAbsent(day, any -> new ArrayList<>()).add(task);
    }

    /** Does what is due on that day, also what is put down for that day meanwhile. */
    void run(LocalDate day) throws IOException {
        for (List<Task> due = tasks.remove(day); due != null; due = tasks.remove(day)) {
            for (Task task : due) {
                task.run();
            }
        }
    }
}
