package org.zhijian.etl.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.zhijian.etl.io.WatchedFiles;

/** The second night in a process of its own: a line at each moment, and a stop at one of them until it is killed. */
final class SecondNight {
    /** Stops at no moment. */
    static final int NEVER = Integer.MAX_VALUE;

    private final int stop;
    private final PrintStream out;
    private int told;

    private SecondNight(int stop, PrintStream out) {
        this.stop = stop;
        this.out = out;
    }

    /** The command of it; it stops at the how-many-eth moment. */
    static List<String> process(Path landing, Path warehouse, int stop) {
        return SmallNights.process(SecondNight.class, landing, warehouse, stop);
    }

    public static void main(String... arguments) {
        Path warehouse = Path.of(arguments[1]);
        SecondNight night = new SecondNight(Integer.parseInt(arguments[2]), System.out);
        // What is logged must not come between the lines.
        System.setOut(System.err);
        Moments moments = new Moments(warehouse, night::tell);
        WatchedFiles.watch(moments);
        SmallNights.night(Path.of(arguments[0]), warehouse, SmallNights.SECOND, moments);
        moments.published();
    }

    private void tell(Moment moment) {
        boolean stops;
        synchronized (this) {
            told++;
            out.println(moment.line());
            stops = told == stop;
        }
        if (stops) {
            stop();
        }
    }

    /** Holds this thread up, for as long as there is somebody who can kill the process; the others go on. */
    private static void stop() {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything.
            }
        } catch (IOException e) {
            // Nobody is left either.
        }
        Runtime.getRuntime().halt(1);
    }
}
