package org.zhijian.etl.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    @Test
    void aFailureIsToldOnlyWhenAllElseHasEnded() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicBoolean writing = new AtomicBoolean();
        Callable<Void> slow = () -> {
            writing.set(true);
            begun.countDown();
            try {
                Thread.sleep(60_000);
            } catch (InterruptedException e) {
                // What is being written is brought to an end.
                Thread.sleep(200);
            }
            writing.set(false);
            return null;
        };
        Callable<Void> failing = () -> {
            begun.await();
            throw new IllegalArgumentException("no space left");
        };

        assertThatThrownBy(() -> SideBySide.run(List.of(failing, slow))).isInstanceOf(IllegalArgumentException.class);
        assertThat(writing).isFalse();
    }
}
