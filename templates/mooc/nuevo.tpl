{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Agregar un curso</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Registre un curso de la etapa A: a qué edición sirve, cómo se acredita y con qué nota. Si se dicta en Moodle, escriba su número de allá y el portal traerá los resultados cada noche; si allá el total no cuenta lo pendiente, acredite también por asistencia.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_CODIGO}}
{{>CAMPO_NOMBRE}}
{{>CAMPO_EDICION}}
{{>CAMPO_ACREDITACION}}
<div class="fila">{{>CAMPO_NOTA_MINIMA}}{{>CAMPO_ESCALA}}{{>CAMPO_ESCALA_ORIGEN}}</div>
<div class="fila">{{>CAMPO_HORAS}}{{>CAMPO_CIERRE}}</div>
{{>CAMPO_MOODLE_ID}}
<div class="acc"><button>Agregar el curso</button> <a href="/mooc/cursos">Cancelar</a></div>
</form>
