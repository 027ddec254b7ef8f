{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Resultado del curso</h1>
<p class="lead">{{NOMBRE}} · {{DOCUMENTO}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Si la persona llevó el curso y su resultado no llegó por otro medio, anótelo con su constancia. Si aprueba, su etapa A culmina y SERVIR la revisa viendo que la anotó usted.</p></details>
{{#SE_ANOTA}}<form method="post" enctype="multipart/form-data" novalidate>
{{>CSRF}}
{{>CAMPO_CURSO}}
{{>CAMPO_ESTADO}}
<div class="fila">{{>CAMPO_NOTA}}{{>CAMPO_FECHA}}</div>
{{>CAMPO_SUSTENTO}}
{{>CAMPO_ARCHIVO}}
<div class="acc"><button>Anotar el resultado</button> <a href="/servidor/{{ID}}/ficha">Volver a la ficha</a></div>
</form>
{{/SE_ANOTA}}{{#CERRADA}}<p>La etapa A de esta persona ya no recibe resultados. <a href="/servidor/{{ID}}/ficha">Volver a la ficha</a></p>
{{/CERRADA}}{{#SIN_CURSOS}}<p>SERVIR todavía no registró el curso de esta edición. <a href="/servidor/{{ID}}/ficha">Volver a la ficha</a></p>
{{/SIN_CURSOS}}
