package org.aforo.scenario.internal.program;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes programs of their commands.
 *
 * @param endpoint where the bench's gateway answers: {@code ${endpoint}}
 * @param folder   where programs run
 * @param spool    where they write what they are done with: {@code ${sent}} and {@code ${received}} name a file there
 */
public record Programs(URI endpoint, Path folder, Path spool) {

    /**
     * @param name  unique, and a file's name
     * @param needs a command that succeeds where the program can run; may be empty
     */
    public Program open(String name, List<String> command, List<String> needs) throws InterruptedException {
        Path notes = spool.resolve(name + ".notes");
        return new Program(fill(command, notes), fill(needs, notes), folder, notes);
    }

    private List<String> fill(List<String> command, Path notes) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return command.stream().map(word -> word.replace("${endpoint}", endpoint.toString()).replace("${java}", java)
                .replace("${sent}", notes.toString()).replace("${received}", notes.toString())).toList();
    }
}
