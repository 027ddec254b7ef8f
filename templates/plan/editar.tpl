{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Borrador del plan, versión {{VERSION}}</h1>
<p class="lead">{{ACTIVIDADES}} {{ACTIVIDADES:x-segun=actividad/actividades}}: {{PROPIAS}} propias de la entidad y las demás de la plantilla {{PLANTILLA_VERSION}} de SERVIR.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Agregue lo que su entidad hace con quien ingresa: qué, quién y cuándo. Lo de SERVIR ya está en la lista. Simule el plan con los ingresos del mes pasado y, cuando esté aprobado, publíquelo. Mientras sea borrador no cambia las tareas de nadie.</p></details>
<div class="acc"><a class="btn sec" href="/plan/{{ID}}/simular">Simular</a> <a class="btn sec" href="/plan/{{ID}}/publicar">Publicar</a> <a href="/plan/{{ID}}/ordenar">Ordenar o quitar actividades</a></div>
<h2>Agregar una actividad de la entidad</h2>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_TITULO}}
<div class="fila">{{>CAMPO_ETAPA}}{{>CAMPO_QUIEN}}</div>
<div class="fila">{{>CAMPO_DIAS}}{{>CAMPO_CUANDO}}{{>CAMPO_HORAS}}</div>
{{>CAMPO_EVIDENCIA}}
<details><summary>Más opciones: indicaciones, material, para quiénes</summary>
{{>CAMPO_OPCIONAL}}
{{>CAMPO_DESCRIPCION}}
{{>CAMPO_MATERIAL}}
{{>CAMPO_REGIMEN}}
{{>CAMPO_GRUPO}}
{{>CAMPO_UNIDAD}}
{{>CAMPO_PRIMER_INGRESO}}
</details>
<div class="acc"><button>Agregar la actividad</button></div>
</form>
<h2>Actividades del plan</h2>
{{>LINEAS_LISTA}}
