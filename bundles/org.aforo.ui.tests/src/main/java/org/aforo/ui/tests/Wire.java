package org.aforo.ui.tests;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An address that leads to a bench, and can be cut as if the bench had died, and joined again. */
final class Wire implements AutoCloseable {

    private final URI bench;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private ServerSocket door;
    private Thread porter;

    Wire(URI bench) throws IOException {
        this.bench = bench;
        join(0);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /** Nothing answers at the address any more, and what was open is closed. */
    void cut() throws IOException {
        door.close();
        try {
            porter.join(); // until it is gone the port is taken
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
        for (Socket socket : open) {
            socket.close();
        }
        open.clear();
    }

    /** The bench answers there again. */
    void join() throws IOException {
        join(door.getLocalPort());
    }

    private void join(int port) throws IOException {
        ServerSocket fresh = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        door = fresh;
        porter = Thread.ofVirtual().name("wire to " + bench).start(() -> {
            try {
                while (true) {
                    connect(fresh.accept());
                }
            } catch (IOException e) {
                return; // cut
            }
        });
    }

    private void connect(Socket here) throws IOException {
        Socket there = new Socket(bench.getHost(), bench.getPort());
        open.add(here);
        open.add(there);
        pipe(here, there);
        pipe(there, here);
    }

    private static void pipe(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                return; // either end was closed
            }
        });
    }

    @Override
    public void close() {
        try {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
