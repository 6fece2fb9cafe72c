package org.zhijian.etl.io;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The machine's own files for Hadoop's two interfaces to them. Where Hadoop has no native library of its own, as from its
 * jars alone, its local file system starts a process of {@code chmod} for each file that it makes and some of
 * {@code readlink} for each that it renames, which costs a small night more than its work; Java does both itself. Named in
 * {@code core-site.xml}.
 */
final class LocalFiles {
    private LocalFiles() {}

    /** For {@code fs.file.impl}. */
    public static final class ForFileSystem extends LocalFileSystem {
        public ForFileSystem() {
            super(new ByJava());
        }
    }

    /** For {@code fs.AbstractFileSystem.file.impl}. */
    public static final class ForFileContext extends DelegateToFileSystem {
        public ForFileContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, new ByJava(), configuration, "file", false);
        }

        @Override
        public int getUriDefaultPort() {
            return -1;
        }

        @Override
        public boolean isValidName(String path) {
            return true;
        }
    }

    private static final class ByJava extends RawLocalFileSystem {
        @Override
        public void setPermission(Path path, FsPermission permission) throws IOException {
            String symbols = permission.getUserAction().SYMBOL
                    + permission.getGroupAction().SYMBOL
                    + permission.getOtherAction().SYMBOL;
            Files.setPosixFilePermissions(pathToFile(path).toPath(), PosixFilePermissions.fromString(symbols));
        }

        @Override
        public FileStatus getFileLinkStatus(Path path) throws IOException {
            return Files.isSymbolicLink(pathToFile(path).toPath())
                    ? super.getFileLinkStatus(path)
                    : getFileStatus(path);
        }
    }
}
