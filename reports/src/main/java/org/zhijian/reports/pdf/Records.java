package org.zhijian.reports.pdf;

import java.util.Iterator;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;

/** Records for a template, each made when its turn comes. */
final class Records implements JRDataSource {
    private final Iterator<Map<String, Object>> records;
    private Map<String, Object> current = Map.of();

    Records(Iterator<Map<String, Object>> records) {
        this.records = records;
    }

    @Override
    public boolean next() {
        boolean exists = records.hasNext();
        current = exists ? records.next() : Map.of();
        return exists;
    }

    @Override
    public Object getFieldValue(JRField field) {
        return current.get(field.getName());
    }
}
