package org.zhijian.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class TableTest {
    private static final Column ID = Column.string("id", "number", "编号").required();
    private static final Column KIND = Column.string("kind", "kind", "类型").oneOf("a", "b");
    private static final Column SHARE = Column.number("share", "share", "占比").between(0, 0.5);
    private static final Column SIZE =
            Column.bigint("size", "size", "数量").required().atLeast(1);
    private static final Column OTHER = Column.string("other", "another", "其他");

    @Test
    void acceptedValuesAndRangesBecomeChecksThatABlankPasses() {
        Table table = table().columns(ID, KIND, SHARE, SIZE)
                .key(ID)
                .check("ends", "size < 9")
                .build();

        assertThat(table.checks())
                .containsExactly(
                        new Check("kind_accepted", "`kind` IS NULL OR `kind` IN ('a', 'b')"),
                        new Check("share_minimum", "`share` IS NULL OR `share` >= 0"),
                        new Check("share_maximum", "`share` IS NULL OR `share` <= 0.5"),
                        new Check("size_minimum", "`size` >= 1"),
                        new Check("ends", "size < 9"));
        assertThat(table.path()).isEqualTo("mart/sample");
        assertThat(table).hasToString("mart.sample");
    }

    @Test
    void aDeclarationThatContradictsItselfIsAFault() {
        assertThatIllegalStateException()
                .isThrownBy(() -> table().columns(ID, KIND, ID).build())
                .withMessageContaining("id twice");
        for (Table.Builder wrong : new Table.Builder[] {
            table().columns(ID).key(OTHER),
            table().columns(ID).partitionedBy(OTHER),
            table().columns(ID).refers(OTHER, table().columns(ID).key(ID).build(), ID)
        }) {
            assertThatIllegalStateException().isThrownBy(wrong::build).withMessageContaining("no column other");
        }
    }

    private static Table.Builder table() {
        return Table.of(Layer.MART, "sample", "One row a sample.", "每个样本一行。");
    }
}
