package org.zhijian.etl.io;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
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
 * {@code readlink} for each that it renames, which costs a small night more than its work; Java does both itself. And a file
 * that is closed is on the disk, so that a publication, which comes last, never outlives a file it names when the power
 * fails. Named in {@code core-site.xml}.
 */
final class LocalFiles {
    private LocalFiles() {}

    /** For {@code fs.file.impl}. */
    public static class ForFileSystem extends LocalFileSystem {
        public ForFileSystem() {
            this(new ByJava());
        }

        ForFileSystem(ByJava files) {
            super(files);
        }
    }

    /** For {@code fs.AbstractFileSystem.file.impl}. */
    public static class ForFileContext extends DelegateToFileSystem {
        public ForFileContext(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            this(uri, configuration, new ByJava());
        }

        ForFileContext(URI uri, Configuration configuration, ByJava files) throws IOException, URISyntaxException {
            super(uri, files, configuration, "file", false);
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

    /** Files as both interfaces have them. */
    static class ByJava extends RawLocalFileSystem {
        @Override
        protected OutputStream createOutputStreamWithMode(Path path, boolean append, FsPermission permission)
                throws IOException {
            java.nio.file.Path file = pathToFile(path).toPath();
            return new FilterOutputStream(super.createOutputStreamWithMode(path, append, permission)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.force(true);
                    }
                }
            };
        }

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
