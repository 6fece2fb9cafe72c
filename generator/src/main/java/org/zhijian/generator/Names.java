package org.zhijian.generator;

/** Chinese names: surnames about as frequent as in the census, given names of one or two characters, a few of them rare. */
final class Names {
    private static final String[] SURNAMES = ("王,李,张,刘,陈,".repeat(7) + "杨,黄,赵,吴,周,徐,孙,马,朱,胡,郭,何,".repeat(3)
                    + "高,林,罗,郑,梁,谢,宋,唐,许,韩,冯,邓,曹,彭,曾,肖,田,董,袁,潘,于,蒋,蔡,余,杜,叶,程,苏,魏,吕,丁,任,沈,姚,卢,姜,崔,钟,谭,"
                    + "陆,汪,范,金,石,廖,贾,夏,韦,付,方,白,邹,孟,熊,秦,邱,江,尹,薛,闫,段,雷,侯,龙,史,陶,黎,贺,顾,毛,郝,龚,邵,万,钱,严,覃,"
                    + "欧阳,上官,诸葛,司马")
            .split(",");
    private static final String[] FIRST = ("静,丽,敏,艳,娟,伟,磊,强,洋,勇,杰,涛,明,超,秀,霞,平,刚,桂,婷,雪,欣,雨,思,佳,嘉,梓,子,宇,浩,俊,文,志,海,"
                    + "晓,小,玉,春,红,建,国,新,若,诗,梦,可,一,亦,安,心,天,泽,博,瑞,睿,承,景,书,云,语,芷,依")
            .split(",");
    private static final String[] SECOND = ("英,华,玲,芳,燕,萍,军,鹏,飞,辉,峰,波,斌,鑫,琳,颖,倩,怡,涵,妍,瑶,琪,萱,轩,豪,航,毅,凯,然,阳,晨,宁,悦,彤,洁,"
                    + "慧,蕾,薇,雯,莹,娜,梅,兰,菊,莲,凤,龙,林,森,成,龄,远,哲,恒,源,康,达,诚,雅,萌")
            .split(",");
    private static final String[] RARE = "㛃,𬱖,喆,堃,燚,犇,昇,祎,骉,䶮,𫖯,玥".split(",");

    static String draw(Rng rng) {
        String surname = rng.oneOf(SURNAMES);
        return rng.chance(0.18) ? surname + rng.oneOf(FIRST) : surname + rng.oneOf(FIRST) + rng.oneOf(SECOND);
    }

    /** A name with a rare character, another one for each turn. */
    static String rare(Rng rng, int turn) {
        return rng.oneOf(SURNAMES) + RARE[turn % RARE.length];
    }

    private Names() {}
}
