{{%AUTOESCAPE context="HTML"}}
<h1>{{TITULO}}</h1>
<main>
    {{>CONTENIDO}} fin
</main>
