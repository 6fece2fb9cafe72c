package org.zhijian.generator;

/** Made-up numbers of customers: mobile, identity card and bank card, valid in form, in the spellings people use. */
final class CustomerNumbers {
    private static final int[] MOBILE_PREFIXES = {
        130, 131, 132, 133, 135, 136, 137, 138, 139, 150, 151, 152, 155, 157, 158, 159, 166, 173, 176, 177, 178, 180,
        181, 182, 183, 185, 186, 187, 188, 189, 191, 193, 198, 199
    };
    private static final String[] AREAS = {
        "110105", "310115", "440106", "440305", "330106", "510104", "420106", "340104", "320114", "500112"
    };
    private static final String[] BANKS = {"622202", "621700", "622848", "621661", "622588", "622908"};
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String IDENTITY_CHECKS = "10X98765432";

    /** The mobile number of the customer with that number, always the same. */
    static long mobile(long customer) {
        long scattered = (customer * 0x9E3779B97F4A7C15L) >>> 20;
        return MOBILE_PREFIXES[(int) (scattered % MOBILE_PREFIXES.length)] * 100_000_000L
                + scattered / MOBILE_PREFIXES.length % 100_000_000L;
    }

    static String spelledMobile(long customer, Rng rng) {
        String number = Long.toString(mobile(customer));
        String first = number.substring(0, 3);
        String middle = number.substring(3, 7);
        String last = number.substring(7);
        return switch (rng.below(6)) {
            case 0 -> first + " " + middle + " " + last;
            case 1 -> first + "-" + middle + "-" + last;
            case 2 -> "+86" + number;
            case 3 -> fullWidth(number);
            default -> number;
        };
    }

    static String identityCard(Rng rng) {
        StringBuilder number = new StringBuilder(rng.oneOf(AREAS));
        number.append(rng.between(1955, 2004));
        number.append(Integer.toString(100 + rng.between(1, 12)).substring(1));
        number.append(Integer.toString(100 + rng.between(1, 28)).substring(1));
        number.append(Integer.toString(1000 + rng.below(1000)).substring(1));
        int sum = 0;
        for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        char check = IDENTITY_CHECKS.charAt(sum % 11);
        return number.append(check == 'X' && rng.chance(0.5) ? 'x' : check).toString();
    }

    static String spelledBankCard(Rng rng) {
        StringBuilder number = new StringBuilder(rng.oneOf(BANKS));
        while (number.length() < 18) {
            number.append(rng.below(10));
        }
        number.append(luhnCheck(number));
        return rng.chance(0.5) ? number.toString() : grouped(number);
    }

    private static int luhnCheck(CharSequence number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return (10 - sum % 10) % 10;
    }

    private static String grouped(CharSequence number) {
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            if (i > 0 && i % 4 == 0) {
                groups.append(' ');
            }
            groups.append(number.charAt(i));
        }
        return groups.toString();
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < number.length(); i++) {
            wide.append((char) ('０' + number.charAt(i) - '0'));
        }
        return wide.toString();
    }

    private CustomerNumbers() {}
}
