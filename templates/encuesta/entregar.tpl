{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Enlace de la encuesta</h1>
<p class="lead">{{NOMBRE}}</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Genere un enlace para que una persona sin cuenta responda la encuesta, y entrégueselo. Sirve una vez y se muestra solo ahora; uno nuevo reemplaza al anterior. La entrega queda en su historia. Usted no puede abrirlo ni verá lo que responda, solo resultados de cinco o más personas.</p></details>
{{#HAY_ENLACE}}<div class="listo" role="status"><p>Entregue este enlace a la persona:</p>
<p><code>{{ENLACE}}</code></p></div>
{{/HAY_ENLACE}}{{#NO_ENLACE}}<form method="post" novalidate>{{>CSRF}}<div class="acc"><button>Generar el enlace</button> <a href="/servidor/{{ID}}/ficha">Volver a la ficha</a></div></form>
{{/NO_ENLACE}}
