package org.zhijian.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerNumbersTest {
    private final Rng rng = Rng.of(1, Stream.EVALUATION, 1);

    @Test
    void makesMobileNumbers() {
        for (long customer = 0; customer < 1000; customer++) {
            assertThat(Long.toString(CustomerNumbers.mobile(customer))).matches("1[3-9]\\d{9}");
        }
    }

    @Test
    void makesIdentityCardsWhoseCheckDigitIsRight() {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
        for (int i = 0; i < 500; i++) {
            String number = CustomerNumbers.identityCard(rng);
            assertThat(number).matches("\\d{17}[\\dXx]");
            int sum = 0;
            for (int place = 0; place < weights.length; place++) {
                char digit = number.charAt(place);
                sum += weights[place] * (digit == 'X' || digit == 'x' ? 10 : digit - '0');
            }
            assertThat(sum % 11).as(number).isEqualTo(1);
        }
    }

    @Test
    void makesBankCardsThatPassTheLuhnTest() {
        for (int i = 0; i < 500; i++) {
            String number = CustomerNumbers.spelledBankCard(rng).replace(" ", "");
            assertThat(number).matches("\\d{19}");
            int sum = 0;
            for (int fromEnd = 0; fromEnd < number.length(); fromEnd++) {
                int digit = number.charAt(number.length() - 1 - fromEnd) - '0';
                sum += fromEnd % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
            }
            assertThat(sum % 10).as(number).isZero();
        }
    }
}
